// What stands in the page before its program is there, fitted to the address: colours, view, scenario, what is offered; and what is
// left of it where the program cannot be had. Written for old browsers too, which are to be told that they are.
(() => {
  const frame = document.querySelector(".foreword");
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
      const { title, name, summary, story, claim, questions } = JSON.parse(text);
      return [String(title || name || ""), String(summary || story || ""), claim || (questions || []).length];
    } catch (unreadable) {
      return undefined;
    }
  };
  const tell = (told) => {
    frame.querySelectorAll(".story h2, .choice option").forEach((place) => (place.textContent = told[0]));
    frame.querySelector(".story p").textContent = told[1];
    // There is more to read of every scenario that is built in.
    if (told.length > 2 && !told[2]) frame.querySelector(".story details").remove();
  };
  if (story(asked)) tell(story(asked));

  if (here === links[0]) {
    // What the program will offer; nothing moves when it does.
    const ownState = [...asked.keys()].some((key) => !["v", "view", "about", "theme", "lang"].includes(key));
    const session = (kept("session") || "").match(/^1 (.*)/);
    if (session && !ownState) {
      const last = story(new URLSearchParams(session[1])) || [frame.querySelector(".story h2").textContent];
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
    frame.querySelector(".story").replaceWith(title);
    title.className = "foretold";
    title.textContent = about ? about[0] : here.dataset.title;
    main.className = "page";
  }

  part("status").hidden = false;
  addEventListener("not-started", () => {
    // Once the program has begun it speaks for itself.
    if (!frame.isConnected) return;
    part("status").hidden = true;
    part("failed").hidden = false;
    ["tour", "session"].forEach((offer) => (part(offer).hidden = true));
    part("failed").querySelector("a").href = location.href;
  });
})();
