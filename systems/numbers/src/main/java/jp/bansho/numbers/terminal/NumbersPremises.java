package jp.bansho.numbers.terminal;

import java.lang.reflect.Method;
import java.util.List;
import jp.bansho.access.Member;
import jp.bansho.numbers.staff.Organisations;
import jp.bansho.numbers.staff.Right;
import jp.bansho.numbers.staff.Rights;
import jp.bansho.terminal.NamedRight;
import jp.bansho.terminal.Premises;
import org.springframework.stereotype.Component;

/// The number machine as its terminals know it: rights by [Needs] and the permission matrix.
@Component
class NumbersPremises implements Premises {

    private final Rights rights;
    private final Organisations organisations;

    NumbersPremises(Rights rights, Organisations organisations) {
        this.rights = rights;
        this.organisations = organisations;
    }

    @Override
    public List<Right> wanted(Method route) {
        var needs = route.getAnnotation(Needs.class);
        return needs == null ? List.of() : List.of(needs.value());
    }

    @Override
    public boolean allows(Member member, NamedRight right) {
        return rights.allows(member, right);
    }

    @Override
    public String organisation(int code, boolean japanese) {
        return organisations.name(code, japanese);
    }

    @Override
    public String department(String code, boolean japanese) {
        var department = rights.departments().get(code);
        return department == null ? code : japanese ? department.japanese() : department.english();
    }
}
