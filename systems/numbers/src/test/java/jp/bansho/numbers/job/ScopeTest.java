package jp.bansho.numbers.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jp.bansho.numbers.staff.Actor;
import jp.bansho.numbers.staff.Role;
import jp.bansho.numbers.staff.StaffRefused;
import jp.bansho.numbers.store.Scope;
import org.junit.jupiter.api.Test;

class ScopeTest {

    @Test
    void aPersonOfAnAssociationGetsItsScopeAndNoOther() {
        var clerk = new Actor("hanako", Role.ASSOCIATION, 28);
        assertThat(clerk.scopeOf(28)).isEqualTo(new Scope.Association(28));
        for (var other = 1; other <= 99; other++) {
            var code = other;
            if (code != 28) {
                assertThatThrownBy(() -> clerk.scopeOf(code))
                        .as("association " + code)
                        .isInstanceOf(StaffRefused.class);
            }
        }
        assertThatThrownBy(clerk::federationScope).isInstanceOf(StaffRefused.class);
    }

    @Test
    void anOperatorGetsNoScopeWithPeopleInIt() {
        var operator = new Actor("jiro", Role.OPERATOR, 0);
        assertThatThrownBy(() -> operator.scopeOf(28)).isInstanceOf(StaffRefused.class);
        assertThatThrownBy(operator::federationScope).isInstanceOf(StaffRefused.class);
    }

    @Test
    void anAssociationThatCannotBeIsRefusedInWords() {
        var federation = new Actor("taro", Role.FEDERATION, 0);
        for (var code : new int[] {Integer.MIN_VALUE, -1, 0, 100, Integer.MAX_VALUE}) {
            assertThatThrownBy(() -> federation.scopeOf(code))
                    .as("association " + code)
                    .isInstanceOf(StaffRefused.class)
                    .hasMessageContaining("no association");
        }
    }

    @Test
    void everyScopeNamesARoleAndSetsTheAssociationAnewUntilTheTransactionEnds() {
        assertThat(new Scope.Association(7).enter())
                .isEqualTo("set local role bansho_association; set local bansho.association = '7'");
        assertThat(new Scope.Federation().enter())
                .isEqualTo("set local role bansho_federation; set local bansho.association = ''");
        assertThat(new Scope.Operator().enter())
                .isEqualTo("set local role bansho_operator; set local bansho.association = ''");
    }
}
