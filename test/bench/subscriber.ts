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
  /** Fulfilled with the moment (performance.now()) when its replay met the live stream. */
  readonly caughtUp: Promise<number>;
  close(): void;
}

const [two, zero, four] = [0x32, 0x30, 0x34];
const [event, caughtUp, goodbye] = [0x65, 0x63, 0x67];

/**
 * Connects and subscribes as Socket.IO's protocol 5 says, with nothing between the frame and whoever counts: of a real client
 * the bench would mostly measure its parsing. The raw server is spoken to in the same words, so that both cost the same here.
 */
export function openSubscriber(url: string, wish: Wish, onEvent: (message: Buffer) => void): Subscriber {
  const socket = new WebSocket(`${url.replace(/^http/, 'ws')}/socket.io/?EIO=4&transport=websocket`, {
    perMessageDeflate: false,
    skipUTF8Validation: true,
  });
  const { token, ...subscription } = wish;
  let closing = false;
  const subscriber: Subscriber = {
    onEvent,
    caughtUp: new Promise((resolve, reject) => {
      socket.on('error', reject);
      socket.on('close', (code) => {
        if (!closing) reject(new Error(`A subscriber's connection was closed (${code}).`));
      });
      socket.on('message', (message: Buffer) => {
        const [kind, packet] = message;
        if (kind === two) socket.send('3');
        else if (kind === zero) socket.send(`40${JSON.stringify({ token })}`);
        else if (kind !== four) reject(new Error(`What is this: ${message.toString()}`));
        else if (packet === zero) socket.send(`420${JSON.stringify(['subscribe', subscription])}`);
        else if (packet === two && message[4] === event) subscriber.onEvent(message);
        else if (packet === two && message[4] === caughtUp) resolve(performance.now());
        else if (isRefusal(message)) reject(new Error(`A subscriber was refused: ${message.toString()}`));
      });
    }),
    close() {
      closing = true;
      socket.terminate();
    },
  };
  return subscriber;
}

/** A connect_error, a goodbye, or an answer that is not ok. */
function isRefusal(message: Buffer): boolean {
  if (message[1] === two) return message[4] === goodbye;
  return message[1] === four || !message.includes('"ok":true');
}
