package jp.bansho.numbers.operation;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// How a part of the machine is.
///
/// @param name     word of the part, such as `database`; small letters and hyphens
/// @param japanese a sentence for people
/// @param english  the same
/// @param gauges   figures for a watching machine
public record Health(String name, State state, String japanese, String english, List<Gauge> gauges) {

    /// From good to bad.
    public enum State {
        OK(0),
        WARNING(1),
        ALARM(2);

        private final int figure;

        State(int figure) {
            this.figure = figure;
        }

        /// 0, 1 or 2, for a watching machine.
        public int figure() {
            return figure;
        }

        /// The worse of two.
        public State or(State other) {
            return compareTo(other) >= 0 ? this : other;
        }
    }

    /// A figure.
    ///
    /// @param name        such as `bansho_jobs_running`
    /// @param help        one line of English
    /// @param association code of the association it is about; null for the machine. There is no other label.
    public record Gauge(String name, String help, @Nullable Integer association, double value) {

        /// A figure of the whole machine.
        public Gauge(String name, String help, double value) {
            this(name, help, null, value);
        }
    }
}
