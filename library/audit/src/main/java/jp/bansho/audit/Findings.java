package jp.bansho.audit;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;

/// Collects findings, each once, up to a limit.
final class Findings {

    private final LinkedHashSet<Finding> listed = new LinkedHashSet<>();
    private long more;

    void add(Finding finding) {
        if (listed.size() < Verification.MOST) {
            listed.add(finding);
        } else if (!listed.contains(finding)) {
            more++;
        }
    }

    List<Finding> listed() {
        return new ArrayList<>(listed);
    }

    long more() {
        return more;
    }
}
