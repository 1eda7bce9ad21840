import type { NoteType } from './note-types';

/**
 * Cards work without a script: options and things to order are lists, the map is a picture, and the back shows the answer. The script, where
 * it runs, shuffles options, numbers what is tapped and puts a pin on the map; what was chosen is kept for the back in the page, and, for
 * programs that load the back as a new page, in the session.
 */
const KEPT = `
var kept = window.datelineKept = window.datelineKept || {};
var id = document.getElementById('dl-id').textContent;
function load() { try { return kept[id] || JSON.parse(sessionStorage.getItem('dateline ' + id)); } catch (e) { return kept[id]; } }
function save(state) { kept[id] = state; try { sessionStorage.setItem('dateline ' + id, JSON.stringify(state)); } catch (e) {} }
var isBack = document.getElementById('dl-back') !== null;`;

const script = (body: string): string => `<script>(function () {${KEPT}\n${body}\n})();</script>`;

const CHOICE_SCRIPT = script(`
var list = document.querySelector('#dl-options ul');
if (!list) return;
var items = Array.prototype.slice.call(list.children);
var state = load();
if (!isBack || !state || !state.order || state.order.length !== items.length) {
  var order = items.map(function (_, i) { return i; });
  for (var i = order.length - 1; i > 0; i--) { var j = Math.floor(Math.random() * (i + 1)); var held = order[i]; order[i] = order[j]; order[j] = held; }
  state = { order: order, chosen: -1 };
  save(state);
}
state.order.forEach(function (n) { list.appendChild(items[n]); });
function mark() { items.forEach(function (item, n) { item.classList.toggle('chosen', n === state.chosen); }); }
mark();
if (isBack) {
  var answer = document.getElementById('dl-answer').textContent.trim();
  items.forEach(function (item, n) {
    if (item.textContent.trim() === answer) item.classList.add('right');
    else if (n === state.chosen) item.classList.add('wrong');
  });
} else items.forEach(function (item, n) { item.addEventListener('click', function () { state.chosen = n; save(state); mark(); }); });`);

const ORDER_SCRIPT = script(`
var list = document.querySelector('#dl-things ul');
if (!list) return;
var hint = document.querySelector('.dl-hint');
if (hint && !isBack) hint.style.display = 'block';
var items = Array.prototype.slice.call(list.children);
var state = load();
if (!isBack || !state || !state.tapped) state = { tapped: [] };
if (!isBack) save(state);
var right = Array.prototype.map.call(document.querySelectorAll('#dl-answer li'), function (item) { return item.textContent.trim(); });
function mark() {
  items.forEach(function (item, n) {
    var at = state.tapped.indexOf(n);
    item.setAttribute('data-place', at < 0 ? '' : at + 1);
    item.classList.toggle('chosen', at >= 0);
    if (isBack && at >= 0) item.classList.add(right[at] === item.textContent.trim() ? 'right' : 'wrong');
  });
}
mark();
if (!isBack) items.forEach(function (item, n) {
  item.addEventListener('click', function () {
    var at = state.tapped.indexOf(n);
    if (at < 0) state.tapped.push(n); else state.tapped.splice(at, 1);
    save(state);
    mark();
  });
});`);

const MAP_SCRIPT = script(`
var map = document.getElementById('dl-map');
var pin = document.getElementById('dl-pin');
var target = document.getElementById('dl-target');
var state = load();
if (!isBack || !state || state.left === undefined) state = null;
if (!isBack) save({});
function mark() { if (state) { pin.style.left = state.left + '%'; pin.style.top = state.top + '%'; pin.style.display = 'block'; } }
mark();
if (isBack && state) {
  var region = document.getElementById('dl-region');
  var inRegion = function () {
    var view = region.getAttribute('viewBox').split(' ');
    var x = state.left / 100 * view[2], y = state.top / 100 * view[3], inside = false;
    var corners = region.firstElementChild.getAttribute('points').split(' ').map(function (corner) { return corner.split(',').map(Number); });
    for (var i = 0, j = corners.length - 1; i < corners.length; j = i++) {
      var a = corners[i], b = corners[j];
      if ((a[1] > y) !== (b[1] > y) && x < (b[0] - a[0]) * (y - a[1]) / (b[1] - a[1]) + a[0]) inside = !inside;
    }
    return inside;
  };
  var middle = function (element) { var box = element.getBoundingClientRect(); return { x: box.left + box.width / 2, y: box.top + box.height / 2, radius: box.width / 2 }; };
  var inCircle = function () {
    var a = middle(pin), b = middle(target);
    return Math.sqrt((a.x - b.x) * (a.x - b.x) + (a.y - b.y) * (a.y - b.y)) <= b.radius;
  };
  var judge = function () { pin.className = (region ? inRegion() : inCircle()) ? 'right' : 'wrong'; };
  var picture = map.querySelector('img');
  if (picture && !picture.complete) picture.addEventListener('load', judge); else judge();
}
if (!isBack) map.addEventListener('click', function (event) {
  var box = map.getBoundingClientRect();
  state = { left: (event.clientX - box.left) / box.width * 100, top: (event.clientY - box.top) / box.height * 100 };
  save(state);
  mark();
});`);

const STEM = '<div class="dl-stem" dir="auto">{{Question}}</div>';
const ID = '<span id="dl-id" hidden>{{Id}}</span>';
const ABOUT =
  '<div class="dl-about" dir="auto">{{Explanation}}</div><div class="dl-source" dir="auto">{{Source}}</div>';

const OPTIONS = '<div id="dl-options" class="dl-list" dir="auto">{{Options}}</div>';
const THINGS = '<div id="dl-things" class="dl-list" dir="auto">{{Shown}}</div>';
const map = (target: string): string => `<div id="dl-map">{{Picture}}${target}<i id="dl-pin"></i></div>`;
/** A region's outline, where one is asked, hides the circle behind it. */
const TARGET = '{{Extra1}}<i id="dl-target" style="left:{{Left}}%;top:{{Top}}%;width:{{Width}}%"></i>';

/** Front and back of each note type. */
export const TEMPLATES: Readonly<Record<NoteType, { readonly front: string; readonly back: string }>> = {
  choice: {
    front: `${STEM}${OPTIONS}${ID}${CHOICE_SCRIPT}`,
    back: `${STEM}${OPTIONS}<hr id="answer"><div id="dl-answer" class="dl-answer" dir="auto">{{Answer}}</div>${ABOUT}<i id="dl-back"></i>${ID}${CHOICE_SCRIPT}`,
  },
  typed: {
    front: `${STEM}{{type:Answer}}`,
    back: `${STEM}<hr id="answer">{{type:Answer}}<div class="dl-also" dir="auto">{{Accepted}}</div>${ABOUT}`,
  },
  order: {
    front: `${STEM}${THINGS}${ID}${ORDER_SCRIPT}`,
    back: `${STEM}${THINGS}<hr id="answer"><div id="dl-answer" class="dl-answer" dir="auto">{{Answer}}</div>${ABOUT}<i id="dl-back"></i>${ID}${ORDER_SCRIPT}`,
  },
  map: {
    front: `${STEM}${map('')}${ID}${MAP_SCRIPT}`,
    back: `${STEM}${map(TARGET)}<hr id="answer"><div class="dl-answer" dir="auto">{{Answer}}</div>${ABOUT}<i id="dl-back"></i>${ID}${MAP_SCRIPT}`,
  },
};

/** Of all four: a paper's calm, by day and by night. */
export const CSS = `.card { font-family: Georgia, "Times New Roman", serif; font-size: 20px; line-height: 1.4; text-align: left; max-width: 40em; overflow-wrap: anywhere; margin: 0 auto; padding: 0.5em; color: #241f17; background: #faf6ec; }
.card.nightMode, .nightMode .card { color: #ece5d6; background: #1d1a15; }
.dl-stem { margin-bottom: 0.8em; }
.dl-list ul { list-style: none; margin: 0; padding: 0; }
.dl-list li { border: 1px solid #b8aa8f; border-radius: 6px; padding: 0.5em 0.7em; margin: 0.4em 0; cursor: pointer; }
.dl-list li.chosen { border-width: 2px; border-color: #7a4b1f; }
.dl-list li.right { border: 2px solid #3f7a3f; }
.dl-list li.right::after { content: " ✓"; }
.dl-list li.wrong::after { content: " ✗"; }
.dl-list li[data-place]:not([data-place=""])::before { content: attr(data-place) ". "; font-weight: bold; }
.dl-answer { font-weight: bold; }
.dl-answer ol { font-weight: normal; padding-left: 1.4em; }
.dl-hint { display: none; }
.dl-also, .dl-about { margin-top: 0.6em; font-size: 0.9em; }
.dl-source { margin-top: 0.6em; font-size: 0.7em; opacity: 0.8; }
#dl-map { position: relative; display: inline-block; max-width: 100%; cursor: crosshair; }
#dl-map img { display: block; width: 100%; height: auto; }
#dl-target { position: absolute; aspect-ratio: 1; transform: translate(-50%, -50%); border: 3px solid #3f7a3f; border-radius: 50%; box-sizing: border-box; }
#dl-region { position: absolute; left: 0; top: 0; width: 100%; height: 100%; fill: #3f7a3f; fill-opacity: 0.2; stroke: #3f7a3f; stroke-width: 3px; }
#dl-region + #dl-target { display: none; }
#dl-pin { position: absolute; display: none; width: 14px; height: 14px; transform: translate(-50%, -50%); border: 3px solid #7a4b1f; border-radius: 50%; background: #faf6ec; box-sizing: border-box; pointer-events: none; }
#dl-pin.right { border-color: #3f7a3f; }
#dl-pin.right::after, #dl-pin.wrong::after { position: absolute; left: 14px; top: -8px; padding: 0 0.2em; font: bold 16px/1 sans-serif; color: #241f17; background: #faf6ec; }
#dl-pin.right::after { content: "✓"; }
#dl-pin.wrong::after { content: "✗"; }
`;
