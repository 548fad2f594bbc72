interface Tone {
  readonly hertz: number;
  /** Seconds from now. */
  readonly from: number;
  readonly seconds: number;
}

/** Told apart without looking: one short high tone, or two low ones. */
const tones: Readonly<Record<'taken' | 'unknown', readonly Tone[]>> = {
  taken: [{ hertz: 1_320, from: 0, seconds: 0.07 }],
  unknown: [
    { hertz: 220, from: 0, seconds: 0.16 },
    { hertz: 180, from: 0.2, seconds: 0.22 },
  ],
};

let context: AudioContext | null = null;

/** Says by ear what became of a scan; a person with a scanner looks at the goods. Silent where there is no sound. */
export function playScanSound(kind: 'taken' | 'unknown'): void {
  try {
    context ??= new AudioContext();
    for (const tone of tones[kind]) play(context, tone);
  } catch {
    // No sound device: what happened is on the screen as well.
  }
}

function play(audio: AudioContext, { hertz, from, seconds }: Tone): void {
  const start = audio.currentTime + from;
  const gain = audio.createGain();
  gain.gain.setValueAtTime(0.12, start);
  gain.gain.linearRampToValueAtTime(0, start + seconds);
  const oscillator = audio.createOscillator();
  oscillator.frequency.value = hertz;
  oscillator.connect(gain).connect(audio.destination);
  oscillator.start(start);
  oscillator.stop(start + seconds);
}
