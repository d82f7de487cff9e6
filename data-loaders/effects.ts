/** How a build tells what it does. The command line prints it. */
export interface BuildEffects {
  /** A stage begins; or is found in the store. */
  begin(stage: string): void;
  /** How far a stage is; `done` of `total` in any unit. */
  progress(stage: string, message: string, done: number, total: number): void;
  end(stage: string, seconds: number, reused: boolean): void;
  /** Something a person should know that stops nothing. */
  warn(message: string): void;
}
