// Put first into WebKit's page for the end-to-end tests: its driver hands out no console, so what is said to it is written down
// where the next page finds it, too.
(() => {
  // A page that is left while it loads says that what is called off cannot be loaded: that is no fault of it.
  let left = false;
  addEventListener('beforeunload', () => { left = true; });
  addEventListener('pageshow', () => { left = false; });
  const say = text => {
    if (left && /load/i.test(text)) return;
    const said = JSON.parse(sessionStorage.getItem('console.errors') ?? '[]');
    sessionStorage.setItem('console.errors', JSON.stringify([...said, text]));
  };
  addEventListener('error', event => say(event.message ?? `${event.target.src ?? event.target.href} cannot be loaded`), true);
  addEventListener('unhandledrejection', event => say(String(event.reason)));
  const there = console.error;
  console.error = (...given) => {
    say(given.join(' '));
    there.apply(console, given);
  };
})();
