/** What one tab tells the others after it has written to the log. */
export interface TabMessage {
  readonly pack: string;
  readonly keys: readonly string[];
}

/** What one tab tells the others after it has written or removed a question set. */
export interface SetMessage {
  readonly set: string;
}

export interface Channel<M> {
  tell(message: M): void;
  /** Returns what stops it. */
  listen(callback: (message: M) => void): () => void;
}

export type TabChannel = Channel<TabMessage>;
export type SetChannel = Channel<SetMessage>;

const CHANNEL = 'dateline';
const SET_CHANNEL = 'dateline-sets';

/** The tabs of this browser. Without BroadcastChannel (old browsers) tabs learn of each other when they next read. */
export function openTabChannel(): TabChannel {
  return openChannel(CHANNEL, isTabMessage);
}

/** The same for question sets. */
export function openSetChannel(): SetChannel {
  return openChannel(SET_CHANNEL, isSetMessage);
}

/** Another tab may run another version of the app: what is no message here is not heard. */
function openChannel<M>(name: string, isMessage: (data: unknown) => data is M): Channel<M> {
  if (typeof BroadcastChannel === 'undefined') return { tell: () => undefined, listen: () => () => undefined };
  const channel = new BroadcastChannel(name);
  return {
    tell(message) {
      channel.postMessage(message);
    },
    listen(callback) {
      const hear = (event: MessageEvent): void => {
        if (isMessage(event.data)) callback(event.data);
      };
      channel.addEventListener('message', hear);
      return () => {
        channel.removeEventListener('message', hear);
      };
    },
  };
}

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

function isSetMessage(data: unknown): data is SetMessage {
  return typeof data === 'object' && data !== null && 'set' in data && typeof data.set === 'string';
}
