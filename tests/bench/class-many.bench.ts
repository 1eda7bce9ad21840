import { measure } from './class-load';
import { stepAside } from './class-server';

// A whole school at once on one process.

stepAside();
await measure({ name: '40 rooms × 30', rooms: 40, players: 30, within: 2000, targets: { ackP99: 60 } });
