package jp.bansho.population;

import java.nio.file.Path;

/// What all parts of one run share: the options, the numbers, the plans for faults and the files of truth.
record Run(
        Options options,
        Path out,
        Numbers numbers,
        Spares spares,
        FaultPlan<ResultsFault> resultsFaults,
        FaultPlan<NextResultsFault> nextResultsFaults,
        FaultPlan<DependantsFault> dependantsFaults,
        FaultPlan<TaxFault> taxFaults,
        StrictShiftJis shiftJis) {

    static Run of(Options options) {
        Numbers numbers = new Numbers(options.seed());
        boolean faults = options.faults();
        long people = options.people();
        long seed = options.seed();
        return new Run(
                options,
                options.out(),
                numbers,
                new Spares(numbers, people),
                new FaultPlan<>(ResultsFault.class, faults, people, seed),
                new FaultPlan<>(NextResultsFault.class, faults, people, seed),
                new FaultPlan<>(DependantsFault.class, faults, people, seed),
                new FaultPlan<>(TaxFault.class, faults, people, seed),
                new StrictShiftJis());
    }
}
