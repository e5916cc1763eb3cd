import type { Severity } from '../../../core/contract/vocabularies.ts';

/** How often the bell is struck. */
const strokes: Record<Severity, number> = { extreme: 4, severe: 3, moderate: 2, minor: 1 };
/** Seconds between two strokes, and of one until it has died away. */
const apart = 0.28;
const ringing = 0.9;
/** Hertz, of a small bell: its fundamental and two of its partials. */
const tones = [660, 1_320, 1_782];

let context: AudioContext | undefined;

/**
 * Strikes a bell, the more often the graver. Browsers let a page sound once somebody has clicked in it.
 * @param severity of a warning; of one that is not told, as of the gravest
 * @returns whether the browser lets it be heard
 */
export async function playBell(severity: Severity = 'extreme'): Promise<boolean> {
  try {
    context ??= new AudioContext();
    // Where nobody has clicked yet this waits for it, and would strike then.
    if (context.state !== 'running') await Promise.race([context.resume(), new Promise((end) => setTimeout(end, 500))]);
    if (context.state !== 'running') return false;
    for (let stroke = 0; stroke < strokes[severity]; stroke += 1) strike(context, context.currentTime + stroke * apart);
    return true;
  } catch {
    return false;
  }
}

function strike(on: AudioContext, at: number): void {
  for (const [partial, frequency] of tones.entries()) {
    const tone = new OscillatorNode(on, { frequency });
    const loudness = new GainNode(on, { gain: 0 });
    loudness.gain.setValueAtTime(0.22 / (partial + 1), at);
    loudness.gain.exponentialRampToValueAtTime(0.0001, at + ringing);
    tone.connect(loudness).connect(on.destination);
    tone.start(at);
    tone.stop(at + ringing);
  }
}
