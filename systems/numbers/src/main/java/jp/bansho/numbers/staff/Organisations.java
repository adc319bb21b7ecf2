package jp.bansho.numbers.staff;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import jp.bansho.access.Organisation;
import jp.bansho.machine.Transactions;
import jp.bansho.numbers.store.Scope;
import org.springframework.stereotype.Component;

/// The names of the organisations whose people work here.
@Component
public class Organisations {

    private final Transactions transactions;
    private final Map<Integer, String> names = new ConcurrentHashMap<>();

    Organisations(Transactions transactions) {
        this.transactions = transactions;
    }

    /// The name of an organisation; its code if it has none.
    public String name(int code, boolean japanese) {
        if (code == Organisation.FEDERATION) {
            return japanese ? "市町村連合会" : "The federation";
        }
        if (code == Organisation.OPERATOR) {
            return japanese ? "運営委託先" : "The operator";
        }
        if (!names.containsKey(code)) {
            names.putAll(associations());
        }
        return names.getOrDefault(code, String.valueOf(code));
    }

    /// The associations by code.
    public Map<Integer, String> associations() {
        return transactions.read(new Scope.Federation(), connection -> {
            var found = new TreeMap<Integer, String>();
            try (var statement = connection.createStatement();
                    var row = statement.executeQuery("select code, name from linkage.association")) {
                while (row.next()) {
                    found.put(row.getInt(1), row.getString(2));
                }
            }
            return found;
        });
    }
}
