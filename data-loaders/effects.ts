/** How a build tells what it does. The command line prints it; tests pass {@link silentEffects}. */
export interface BuildEffects {
  /** A stage begins; or is found in the store. */
  begin(stage: string): void;
  /** How far a stage is; `done` of `total` in any unit. */
  progress(stage: string, message: string, done: number, total: number): void;
  end(stage: string, seconds: number, reused: boolean): void;
  /** Something a person should know that stops nothing. */
  warn(message: string): void;
}

const ignore = (): void => undefined;

export const silentEffects: BuildEffects = {begin: ignore, progress: ignore, end: ignore, warn: ignore};
