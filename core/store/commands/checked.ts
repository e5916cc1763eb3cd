import type { z } from 'zod';
import { invalidBody } from '../../domain/refusal.ts';

/** What was sent, as its schema keeps it: for commands that no call of the contract stands before. @throws Refusal */
export function checked<T extends z.ZodType>(schema: T, sent: z.input<T>): z.output<T> {
  const parsed = schema.safeParse(sent);
  if (parsed.success) return parsed.data;
  throw invalidBody(
    parsed.error.issues.map(({ path, message }) => ({
      pointer: path.map((part) => `/${String(part)}`).join(''),
      message,
    })),
  );
}
