// Before the first paint, so that no page flashes in the wrong theme or language. A file: the policy allows no script inside the page.
(function () {
  var root = document.documentElement;
  var dark = matchMedia('(prefers-color-scheme: dark)');

  function read(key) {
    try {
      return localStorage.getItem(key);
    } catch {
      return null; // storage is switched off: go by the system
    }
  }

  function paint(event) {
    var wanted = (event && event.detail) || read('dateline-theme');
    var theme = wanted === 'dark' || wanted === 'light' ? wanted : dark.matches ? 'dark' : 'light';
    root.dataset.theme = theme;
    var metas = document.querySelectorAll('meta[name="theme-color"]');
    for (var i = 0; i < metas.length; i += 1) metas[i].content = theme === 'dark' ? '#151412' : '#faf7f1';
  }

  paint();
  dark.addEventListener('change', function () {
    paint();
  });
  addEventListener('dateline-theme', paint);
  addEventListener('storage', function (event) {
    if (event.key === 'dateline-theme') paint();
  });

  var known = ['en', 'uk'];
  var wishes = [read('dateline-language')].concat(navigator.languages || []);
  var language = 'en';
  for (var i = 0; i < wishes.length; i += 1) {
    var base = String(wishes[i] || '').split('-')[0].toLowerCase();
    if (known.indexOf(base) !== -1) {
      language = base;
      break;
    }
  }
  root.lang = language;
  // Pages are stored in English. Another language waits for its words, but never for long.
  if (language !== 'en') {
    root.dataset.waiting = '';
    setTimeout(function () {
      delete root.dataset.waiting;
    }, 3000);
  }
})();
