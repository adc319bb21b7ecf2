package jp.bansho.terminal;

import java.lang.reflect.Method;
import java.util.List;
import jp.bansho.access.Member;

/// What a machine tells its terminals about itself, as one bean: its rights, and what its organisations and departments
/// are called. The name of the system and of its screens stand in its messages (`frame.system`, `frame.number`).
public interface Premises {

    /// The rights of which one opens that route, as the machine's own annotation says; empty if it says nothing, and
    /// then nobody gets in (A5).
    List<? extends NamedRight> wanted(Method route);

    /// Whether the member has that right.
    boolean allows(Member member, NamedRight right);

    /// The name of an organisation; its code if it has none.
    String organisation(int code, boolean japanese);

    /// The name of a department; its code if it has none.
    String department(String code, boolean japanese);

    /// What the frame calls whoever has come in: the person's name, unless a machine shows no names.
    default String called(Member member) {
        return member.name();
    }
}
