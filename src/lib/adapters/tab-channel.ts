/** What one tab tells the others after it has written. */
export interface TabMessage {
  readonly pack: string;
  readonly keys: readonly string[];
}

export interface TabChannel {
  tell(message: TabMessage): void;
  /** Returns what stops it. */
  listen(callback: (message: TabMessage) => void): () => void;
}

const CHANNEL = 'dateline';

/** The tabs of this browser. Without BroadcastChannel (old browsers) tabs learn of each other when they next read. */
export function openTabChannel(): TabChannel {
  if (typeof BroadcastChannel === 'undefined') return { tell: () => undefined, listen: () => () => undefined };
  const channel = new BroadcastChannel(CHANNEL);
  return {
    tell(message) {
      channel.postMessage(message);
    },
    listen(callback) {
      const hear = (event: MessageEvent): void => {
        if (isTabMessage(event.data)) callback(event.data);
      };
      channel.addEventListener('message', hear);
      return () => {
        channel.removeEventListener('message', hear);
      };
    },
  };
}

/** Another tab may run another version of the app. */
function isTabMessage(data: unknown): data is TabMessage {
  return (
    typeof data === 'object' &&
    data !== null &&
    'pack' in data &&
    typeof data.pack === 'string' &&
    'keys' in data &&
    Array.isArray(data.keys)
  );
}
