package jp.bansho.terminal;

import java.util.List;
import jp.bansho.access.Member;

/// Where work for people comes from; each desk that has any offers one, and the work list asks them all.
@FunctionalInterface
public interface WaitingWork {

    /// What waits for that member; lines with a count of zero are left out of the list.
    List<Waiting> of(Member member);
}
