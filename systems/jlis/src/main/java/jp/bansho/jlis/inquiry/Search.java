package jp.bansho.jlis.inquiry;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jp.bansho.identifiers.ResidentRecordCode;
import jp.bansho.individual.IndividualNumber;
import jp.bansho.jlis.inquiry.Asked.ByCode;
import jp.bansho.jlis.inquiry.Asked.ByItems;
import jp.bansho.jlis.inquiry.Asked.InError;
import jp.bansho.jlis.numbering.Numbering;
import jp.bansho.jlis.residents.Place;
import jp.bansho.jlis.residents.Resident;
import jp.bansho.jlis.residents.Residents;
import jp.bansho.jlis.residents.State;

/// Finds whom the inquiries of one batch mean, with one statement for each kind of key and not one for each row.
final class Search {

    private final Residents residents;
    private final Numbering numbering;
    private final Matching matching;

    Search(Residents residents, Numbering numbering, Matching matching) {
        this.residents = residents;
        this.numbering = numbering;
        this.matching = matching;
    }

    private record Found(Resident resident, String pattern) {}

    /// The hits of each inquiry, in their order.
    List<List<Hit>> hits(Connection connection, List<Inquiry> inquiries) throws SQLException {
        var codes = new ArrayList<ResidentRecordCode>();
        var places = new ArrayList<Place>();
        for (var inquiry : inquiries) {
            switch (inquiry.asked()) {
                case ByCode(var code) -> codes.add(code);
                case ByItems items -> places.add(items.place());
                case InError _ -> {}
            }
        }
        var byCode = codes.isEmpty() ? Map.<Long, Resident>of() : residents.byCode(connection, codes);
        var distinct = places.stream().distinct().toList();
        var formerly = inquiries.stream().anyMatch(Inquiry::withRemoved);
        var byPlace = distinct.isEmpty()
                ? Map.<Place, List<Resident>>of()
                : residents.byPlace(connection, distinct, formerly);
        var former = former(connection, byCode, byPlace);
        var found = new ArrayList<List<Found>>(inquiries.size());
        for (var inquiry : inquiries) {
            found.add(found(inquiry, byCode, byPlace, former));
        }
        return numbered(connection, inquiries, found, former);
    }

    private Map<Long, List<State>> former(
            Connection connection, Map<Long, Resident> byCode, Map<Place, List<Resident>> byPlace) throws SQLException {
        var changed = new ArrayList<Long>();
        byCode.values().stream()
                .filter(each -> each.steps() > 0)
                .map(Resident::id)
                .forEach(changed::add);
        byPlace.values().stream()
                .flatMap(List::stream)
                .filter(each -> each.steps() > 0)
                .map(Resident::id)
                .forEach(changed::add);
        return changed.isEmpty() ? Map.of() : residents.former(connection, changed);
    }

    private List<Found> found(
            Inquiry inquiry,
            Map<Long, Resident> byCode,
            Map<Place, List<Resident>> byPlace,
            Map<Long, List<State>> former) {
        return switch (inquiry.asked()) {
            case InError _ -> List.of();
            case ByCode(var code) -> {
                var resident = byCode.get(code.inTheClear());
                yield resident == null || gone(inquiry, resident) ? List.of() : List.of(new Found(resident, ""));
            }
            case ByItems items -> {
                var fitting = new ArrayList<Found>();
                for (var resident : byPlace.getOrDefault(items.place(), List.of())) {
                    var before =
                            inquiry.withRemoved() ? former.getOrDefault(resident.id(), List.of()) : List.<State>of();
                    if (!gone(inquiry, resident)) {
                        matching.pattern(items, resident, before)
                                .ifPresent(pattern -> fitting.add(new Found(resident, pattern)));
                    }
                }
                fitting.sort(Comparator.comparingLong(each -> each.resident().id()));
                yield fitting;
            }
        };
    }

    private static boolean gone(Inquiry inquiry, Resident resident) {
        return resident.now().standing().removed() && !inquiry.withRemoved();
    }

    private List<List<Hit>> numbered(
            Connection connection, List<Inquiry> inquiries, List<List<Found>> found, Map<Long, List<State>> former)
            throws SQLException {
        var wanted = found.stream()
                .flatMap(List::stream)
                .map(each -> each.resident().id())
                .distinct()
                .toList();
        Map<Long, IndividualNumber> numbers = wanted.isEmpty() ? new HashMap<>() : numbering.open(connection, wanted);
        var hits = new ArrayList<List<Hit>>(found.size());
        for (var i = 0; i < found.size(); i++) {
            var period = inquiries.get(i).period();
            var here = new ArrayList<Hit>(found.get(i).size());
            for (var each : found.get(i)) {
                var id = each.resident().id();
                var number = numbers.get(id);
                if (number == null) {
                    throw new IllegalStateException("a resident has no number");
                }
                var changes = Changes.of(each.resident(), former.getOrDefault(id, List.of()), period);
                here.add(new Hit(each.resident(), each.pattern(), changes.any(), changes.what(), number));
            }
            hits.add(here);
        }
        return hits;
    }
}
