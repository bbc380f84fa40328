// A page that the reader's browser translates.
//
// A translator takes the page's texts away and puts elements of its own in their place, or wraps the texts in them. The program
// goes on writing into the texts it knows, so that what it writes is seen nowhere and an old number stays; and where it takes such
// a text away, or puts something before it, the browser throws. So whatever was taken away comes back as soon as the program
// touches it, in place of what stands for it; the translator then translates it anew. React has the same trouble:
// https://github.com/facebook/react/issues/11538
(() => {
  const { insertBefore, removeChild } = Node.prototype;
  const value = Object.getOwnPropertyDescriptor(Node.prototype, "nodeValue");
  const isText = (node) => node.nodeType === Node.TEXT_NODE;
  const isFont = (node) => node.nodeName === "FONT";
  // A translator may run in the page itself and call what the program calls.
  const isProgram = () => new Error().stack?.includes("wasm") ?? true;

  // Whether there is a translator.
  let seen = false;
  // What was taken away, and what stands in its place, each with both: { gone, here }.
  const taken = new WeakMap();
  const standing = new WeakMap();
  // Of this turn: elements of a translator; and what was taken away with nothing in its place, the latest first.
  let fresh = new Set();
  let open = [];

  const swap = (gone, here) => {
    const pair = { gone, here };
    gone.forEach((node) => taken.set(node, pair));
    here.forEach((node) => standing.set(node, pair));
  };

  // What stands for what, by what was done to the page. A translator may put its element there first, or take the text away first.
  const read = (records) => {
    for (const { target, addedNodes, removedNodes, previousSibling: before, nextSibling: after } of records) {
      const [added, removed] = [[...addedNodes], [...removedNodes]];
      const fonts = added.filter(isFont);
      fonts.forEach((node) => fresh.add(node));
      seen ||= fonts.length > 0 || (removed.some(isText) && added.some((node) => !isText(node)));
      if (added.length && removed.length) {
        swap(removed, added);
      } else if (fonts.length) {
        const place = open.find((place) => place.target === target && place.before === before && place.after === after);
        if (place) {
          swap(place.removed, added);
          open = open.filter((other) => other !== place);
        }
      } else if (removed.some(isText)) {
        const font = [before, after].find((node) => fresh.has(node) && !standing.has(node));
        if (font) swap(removed, [font]);
        else open.unshift({ target, removed, before, after });
      }
    }
  };

  // What is left without anything in its place: a translator has one element for several texts.
  const settle = () => {
    for (const { removed, before, after } of open.reverse()) {
      const font = [before, after].find((node) => fresh.has(node) && standing.has(node));
      if (font) {
        const pair = standing.get(font);
        pair.gone = font === before ? [...pair.gone, ...removed] : [...removed, ...pair.gone];
        removed.forEach((node) => taken.set(node, pair));
      }
    }
    open = [];
  };

  const observer = new MutationObserver((records) => {
    read(records);
    settle();
    fresh = new Set();
  });
  observer.observe(document, { childList: true, subtree: true });

  const undo = ({ gone, here }) => {
    gone.forEach((node) => taken.delete(node));
    here.forEach((node) => standing.delete(node));
    // What stood there may have been taken away in turn.
    here.forEach((node) => taken.has(node) && undo(taken.get(node)));
    const place = here.find((node) => node.parentNode);
    if (place) {
      gone.forEach((node) => insertBefore.call(place.parentNode, node, place));
      here.forEach((node) => node.remove());
    }
  };

  // Brings back a node, what holds it, and what stands beside it: a translator shares a sentence out among its texts.
  const restore = (node) => {
    for (let part = node; part; part = part.parentNode) {
      if (taken.has(part)) {
        undo(taken.get(part));
        [...(part.parentNode?.childNodes ?? [])].forEach((other) => standing.has(other) && undo(standing.get(other)));
      }
    }
  };

  // Whether what is lost may be a translator's doing. Whoever else takes parts of the page away leaves it in a state that it does not
  // know: then it says so and leads back, rather than show what may be wrong.
  const translated = () => {
    read(observer.takeRecords());
    settle();
    return seen;
  };

  // What the program does to these nodes, on a page as it knows it and without a record.
  const act = (nodes, call) => {
    read(observer.takeRecords());
    settle();
    nodes.forEach((node) => node && restore(node));
    const answer = call();
    observer.takeRecords();
    return answer;
  };

  Object.defineProperty(Node.prototype, "nodeValue", {
    ...value,
    set(text) {
      if (isText(this) && (!this.isConnected || isFont(this.parentNode))) act([this], () => {});
      value.set.call(this, text);
    },
  });

  Node.prototype.insertBefore = function (node, next) {
    const lost = next && next.parentNode !== this;
    if (!(seen || (lost && translated())) || !isProgram()) return insertBefore.call(this, node, next);
    return act([isText(node) && node, next], () => {
      while (next && next.parentNode !== this) next = next.parentNode;
      return insertBefore.call(this, node, next);
    });
  };

  Node.prototype.removeChild = function (node) {
    const lost = node.parentNode !== this;
    if (!(seen || (lost && translated())) || !isProgram()) return removeChild.call(this, node);
    return act([node], () => {
      node.remove();
      return node;
    });
  };
})();
