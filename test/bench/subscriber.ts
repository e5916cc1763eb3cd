import { WebSocket } from 'ws';

/** What a subscriber asks for on its connection. */
export interface Wish {
  token: string;
  filter?: object;
  after?: string;
}

export interface Subscriber {
  /** Called for each event, with the message as it came; set anew for each measurement. */
  onEvent: (message: Buffer) => void;
  /** Fulfilled when the server has taken its connection. */
  readonly accepted: Promise<void>;
  /** Fulfilled with the moment (performance.now()) when its replay met the live stream. */
  readonly caughtUp: Promise<number>;
  /** Fulfilled with the moment (Date.now()) when the server said goodbye. */
  readonly ended: Promise<number>;
  close(): void;
}

const [two, zero, four] = [0x32, 0x30, 0x34];
const [event, caughtUp, goodbye] = [0x65, 0x63, 0x67];

/**
 * Times that a connection is dialled anew which was reset before anything came over it. Of ten thousand at once some find no
 * place among those that the system lets wait to be accepted; their time goes on counting.
 */
const redials = 10;

/** A WebSocket, as far as a subscriber needs one. */
export type OpenSocket = (
  url: string,
  told: {
    readonly onMessage: (message: Buffer) => void;
    readonly onEnd: (reason: string) => void;
  },
) => { send(text: string): void; close(): void };

/** The client that most of Node.js uses. */
export const openWsSocket: OpenSocket = (url, { onMessage, onEnd }) => {
  const socket = new WebSocket(url, { perMessageDeflate: false, skipUTF8Validation: true });
  socket.on('error', ({ message }) => onEnd(message));
  socket.on('close', (code) => onEnd(`It was closed (${code}).`));
  socket.on('message', onMessage);
  return { send: (text) => socket.send(text), close: () => socket.terminate() };
};

/**
 * Connects and subscribes as Socket.IO's protocol 5 says, with nothing between the frame and whoever counts: of a real client
 * the bench would mostly measure its parsing. The raw server is spoken to in the same words, so that both cost the same here.
 */
export function openSubscriber(
  openSocket: OpenSocket,
  url: string,
  wish: Wish,
  onEvent: (message: Buffer) => void,
): Subscriber {
  let closing = false;
  let close = (): void => undefined;
  let accept = (): void => undefined;
  let end = (_at: number): void => undefined;
  const subscriber: Subscriber = {
    onEvent,
    accepted: new Promise((resolve) => (accept = resolve)),
    ended: new Promise((resolve) => (end = resolve)),
    caughtUp: new Promise((resolve, reject) => {
      const dial = (again: number): void => {
        let [heard, ended] = [false, false];
        const socket = openSocket(`${url.replace(/^http/, 'ws')}/socket.io/?EIO=4&transport=websocket`, {
          onEnd(reason) {
            if (closing || ended) return;
            ended = true;
            if (!heard && again > 0) dial(again - 1);
            else reject(new Error(`A subscriber's connection ended: ${reason}`));
          },
          onMessage(message) {
            if (!heard) accept();
            heard = true;
            const [kind, packet] = message;
            const reply = replyTo(message, wish);
            if (reply !== undefined) socket.send(reply);
            else if (kind !== four) reject(new Error(`What is this: ${message.toString()}`));
            else if (packet === two && message[4] === event) subscriber.onEvent(message);
            else if (packet === two && message[4] === caughtUp) resolve(performance.now());
            else if (isRefusal(message)) {
              end(Date.now());
              reject(new Error(`A subscriber was refused: ${message.toString()}`));
            }
          },
        });
        close = () => socket.close();
      };
      dial(redials);
    }),
    close() {
      closing = true;
      close();
    },
  };
  return subscriber;
}

/** What the protocol asks for next: a pong, who this is, and what it wants. */
function replyTo([kind, packet]: Buffer, { token, ...subscription }: Wish): string | undefined {
  if (kind === two) return '3';
  if (kind === zero) return `40${JSON.stringify({ token })}`;
  return kind === four && packet === zero ? `420${JSON.stringify(['subscribe', subscription])}` : undefined;
}

/** A connect_error, a goodbye, or an answer that is not ok. */
function isRefusal(message: Buffer): boolean {
  if (message[1] === two) return message[4] === goodbye;
  return message[1] === four || !message.includes('"ok":true');
}
