/// <reference lib="webworker" />
import { work } from '$lib/core/memory/workbench';
import type { Task } from '$lib/core/memory/workbench';

// A worker for one task: what comes in is done, and what came of it goes back. Whoever started it ends it.
addEventListener('message', ({ data }: MessageEvent<Task>) => {
  postMessage(work(data));
});
