export type Progress = (message: string) => void;

export interface Steps {
  /** Runs the work as a step of this name; what it says last stands in the step's line, with the time it took. */
  run<T>(name: string, work: (progress: Progress) => Promise<T>): Promise<T>;
}

export function createSteps(output: NodeJS.WriteStream): Steps;
