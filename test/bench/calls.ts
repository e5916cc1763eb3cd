/** What a process of the bench does when its parent asks: names to functions of one argument. */
export type Handlers = Record<string, (argument: never) => unknown>;

export interface Call {
  call: number;
  name: string;
  argument: unknown;
}

export type CallAnswer = { call: number; value: unknown } | { call: number; error: string };

/** Answers the parent's calls over IPC; ends with the parent. */
export function answerCalls(handlers: Handlers): void {
  process.on('message', (message: Call) => {
    void answer(handlers, message).then((answered) => process.send?.(answered));
  });
  process.on('disconnect', () => process.exit());
}

async function answer(handlers: Handlers, { call, name, argument }: Call): Promise<CallAnswer> {
  try {
    const handler = handlers[name];
    if (!handler) throw new Error(`Nobody answers ${name} here.`);
    return { call, value: await handler(argument as never) };
  } catch (error) {
    return { call, error: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}
