package jp.bansho.jlis.residents;

import java.util.Arrays;
import jp.bansho.layout.CodeTable;

/// The reasons of changes (異動事由), two digits of the code table `residents`; all project-assigned.
final class Reasons {

    private static final int COLUMN = 10;
    private static final int SIZE = 100;

    private final CodeTable codes = CodeTable.of("residents");
    private final Effect[] effects = new Effect[SIZE];

    Reasons() {
        Arrays.fill(effects, Effect.NONE);
        codes.codes().stream()
                .filter(code -> code.column() == COLUMN)
                .forEach(code -> effects[Integer.parseInt(code.value())] = effect(code.meaning()));
    }

    int value(String meaning) {
        return Integer.parseInt(codes.value(COLUMN, meaning));
    }

    Effect effect(int reason) {
        return effects[reason];
    }

    boolean known(int reason) {
        return codes.find(COLUMN, "%02d".formatted(reason)).isPresent();
    }

    private static Effect effect(String meaning) {
        return switch (meaning) {
            case "number-changed", "number-changed-by-office" -> Effect.NUMBER;
            case "died" -> Effect.DEATH;
            case "born", "entered", "household", "code-changed" -> Effect.NONE;
            case String others -> Effect.ITEMS;
        };
    }
}
