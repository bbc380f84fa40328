// What stands in the page before its program is there, fitted to the address: colours, view, scenario, what is offered; and what is
// left of it where the program cannot be had. Written for old browsers too, which are to be told that they are.
(() => {
  const frame = document.querySelector(".foreword");
  // Scripts run: what says that they do not is not needed.
  frame.classList.add("scripted");
  const part = (name) => frame.querySelector('[data-part="' + name + '"]');
  const kept = (name) => {
    try {
      return localStorage.getItem("assist-lab." + name);
    } catch (refused) {
      return null;
    }
  };
  const asked = new URLSearchParams(location.search);
  const value = (name) => asked.getAll(name).pop();

  const themes = frame.querySelector(".themes");
  const wanted = [value("theme"), kept("theme")].find((name) => [...themes.options].some((option) => option.value === name));
  themes.value = wanted || "auto";
  if (themes.value !== "auto") document.documentElement.dataset.theme = themes.value;

  // Another language is fetched with the program.
  if (value("lang") && value("lang") !== document.documentElement.lang) frame.classList.add("foreign");

  // The way to another view keeps the state, as it does later.
  const links = [...frame.querySelectorAll(".places a:not([target])")];
  const view = (link) => new URLSearchParams(link.search).get("view") || "lab";
  const here = links.find((link) => view(link) === value("view")) || links[0];
  links.forEach((link) => {
    const query = new URLSearchParams(asked);
    ["view", "about"].forEach((key) => query.delete(key));
    if (view(link) !== "lab") query.set("view", view(link));
    link.href = "./?" + query;
    link.removeAttribute("aria-current");
  });
  here.setAttribute("aria-current", "page");

  // A scenario by what is asked for: one that is built in, or one that the address holds as a whole.
  const scenarios = JSON.parse(document.querySelector("#scenarios").textContent);
  const story = (query) => {
    const [file, name] = ["file", "scenario"].map((key) => query.getAll(key).pop());
    if (!file) return scenarios[name];
    try {
      const bytes = atob(file.replace(/-/g, "+").replace(/_/g, "/"));
      const text = decodeURIComponent([...bytes].map((byte) => "%" + ("0" + byte.charCodeAt(0).toString(16)).slice(-2)).join(""));
      const { title, name, summary, story } = JSON.parse(text);
      return [String(title || name || ""), String(summary || story || "")];
    } catch (unreadable) {
      return undefined;
    }
  };
  const tell = (told) => {
    frame.querySelectorAll(".told h2, .choice option").forEach((place) => (place.textContent = told[0]));
    frame.querySelector(".told p").textContent = told[1];
  };
  if (story(asked)) tell(story(asked));

  if (here === links[0]) {
    // What the program will offer; nothing moves when it does.
    const ownState = [...asked.keys()].some((key) => !["v", "view", "about", "theme", "lang"].includes(key));
    const session = (kept("session") || "").match(/^1 (.*)/);
    if (session && !ownState) {
      const last = story(new URLSearchParams(session[1])) || [frame.querySelector(".told h2").textContent];
      const offer = part("session").querySelector("p");
      offer.textContent = offer.dataset.offer.replace("\u2026", last[0]);
      part("session").hidden = false;
    } else if (!kept("tour")) {
      part("tour").hidden = false;
    }
  } else {
    const about = scenarios[value("about")];
    const [main, title] = [frame.querySelector("main"), document.createElement("h2")];
    frame.querySelector(".choice").remove();
    part("present").remove();
    frame.querySelector(".told").remove();
    main.prepend(title);
    title.className = "foretold";
    title.textContent = about ? about[0] : here.dataset.title;
    main.className = "page";
  }

  part("status").hidden = false;

  // Why it does not start, as far as one can tell from outside.
  const reason = (fault) => {
    if (location.protocol === "file:") return "disk";
    if (typeof WebAssembly !== "object") return "no-wasm";
    if (fault === "old") return "old";
    const said = String(fault);
    if (/CompileError|wasm-eval|Content Security Policy|unsafe-eval/i.test(said)) return "policy";
    if (/LinkError|SyntaxError/.test(said)) return "old";
    return "blocked";
  };
  const fail = (why) => {
    // Once the program has begun it speaks for itself.
    if (!frame.isConnected) return;
    part("status").hidden = true;
    part("failed").hidden = false;
    frame.querySelectorAll("[data-reason]").forEach((line) => (line.hidden = line.dataset.reason !== why));
    frame.querySelectorAll(".told").forEach((story) => story.remove());
    ["tour", "session"].forEach((offer) => (part(offer).hidden = true));
    part("failed").querySelector("a").href = location.href;
  };
  addEventListener("not-started", (event) => fail(reason(event.detail)));

  // The program came and does nothing: that is said five seconds after its last byte, or when it is late it is said to be on its way.
  const watch = setInterval(() => {
    if (!frame.isConnected || part("status").hidden) return clearInterval(watch);
    const files = performance.getEntriesByType("resource").filter((entry) => /\.wasm$/.test(entry.name) && entry.responseEnd > 0);
    const came = Math.max(0, ...files.map((entry) => entry.responseEnd));
    if (came > 0 && performance.now() - came > 5000) fail("stuck");
    else if (performance.now() > 5000) part("status").textContent = part("status").dataset.still;
  }, 500);
})();
