package jp.bansho.bench.measure;

import java.util.ArrayList;
import java.util.List;
import jp.bansho.bench.report.Bar;
import jp.bansho.bench.report.Section;

/// Takes what the measurements find, in their order.
public final class Results {

    private final List<Bar> bars = new ArrayList<>();
    private final List<Section> sections = new ArrayList<>();

    /// Adds a bar.
    public void add(Bar bar) {
        bars.add(bar);
    }

    /// Adds a table.
    public void add(Section section) {
        sections.add(section);
    }

    /// All bars so far.
    public List<Bar> bars() {
        return List.copyOf(bars);
    }

    /// All tables so far.
    public List<Section> sections() {
        return List.copyOf(sections);
    }
}
