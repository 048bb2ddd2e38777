/** What is used here of the SAT solver that package `logic-solver` carries (MiniSat as asm.js). It ships no types. */
declare module 'logic-solver' {
  type Formula = string | number | { readonly type: string };

  interface Solver {
    require(...formulas: readonly Formula[]): void;
    solve(): object | null;
    solveAssuming(formula: Formula): object | null;
    getVarNum(name: string): number;
  }

  const Logic: {
    readonly Solver: new () => Solver;
    or(formulas: readonly Formula[]): Formula;
    exactlyOne(formulas: readonly Formula[]): Formula;
    /** Runs without checking the arguments of everything. */
    disablingAssertions<Value>(action: () => Value): Value;
  };
  export = Logic;
}
