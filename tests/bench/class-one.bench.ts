import { measure, type Load } from './class-load';
import { stepAside } from './class-server';

// One room of fifty to a thousand. References: Razzia 3.0 on a machine of the same kind.

const LOADS: readonly Load[] = [
  { name: '50 players', rooms: 1, players: 50, within: 2000, targets: {}, razzia: { delivery: 15, p95: 5.9 } },
  { name: '200 players', rooms: 1, players: 200, within: 2000, targets: { delivery: 15, ackP95: 30 }, razzia: { delivery: 5.5, p95: 12 } },
  { name: '200 players within .5 s', rooms: 1, players: 200, within: 500, targets: { delivery: 15, ackP95: 30 }, razzia: { delivery: 6.2, p95: 376 } },
  { name: '500 players', rooms: 1, players: 500, within: 2000, targets: {}, razzia: { delivery: 10, p95: 1932 } },
  { name: '1,000 players', rooms: 1, players: 1000, within: 2000, targets: { delivery: 40, ackP99: 60, framesEach: 5, rss: 130 }, razzia: { delivery: 19, p95: 23_505 } },
]; // prettier-ignore

stepAside();
for (const load of LOADS) await measure(load);
