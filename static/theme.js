// Before the first paint, so that no page flashes in the wrong theme or language.
(function () {
  var root = document.documentElement;
  var dark = matchMedia('(prefers-color-scheme: dark)');

  function read(key) {
    try {
      return localStorage.getItem(key);
    } catch {
      return null; // storage is off
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
  addEventListener('storage', function () {
    paint();
  });

  var language = 'en';
  [read('dateline-language')]
    .concat(navigator.languages)
    .reverse()
    .forEach(function (wish) {
      var base = String(wish).split('-')[0].toLowerCase();
      if (base === 'en' || base === 'uk') language = base;
    });
  root.lang = language;
  // Pages are stored in English; another language waits for its words.
  if (language !== 'en') {
    root.dataset.waiting = '';
    setTimeout(function () {
      delete root.dataset.waiting;
    }, 3000);
  }
})();
