package jp.bansho.seal;

import java.util.EnumMap;
import java.util.Map;

/// All places where key-encryption keys of one installation may live, so that one can move from place to place while
/// machines are running: each opens by its id. The old one is destroyed wherever it was.
public final class KeyPlaces implements KeyHolder {

    private final KeyPlace chosen;
    private final Map<KeyPlace, KeyHolder> holders;

    /// @param chosen  where the first key-encryption key is made
    /// @param holders the places that are set up; the chosen one must be among them
    public KeyPlaces(KeyPlace chosen, Map<KeyPlace, KeyHolder> holders) {
        this.chosen = chosen;
        this.holders = new EnumMap<>(holders);
    }

    @Override
    public KeyEncryption open(String id) {
        return at(KeyPlace.holding(id)).open(id);
    }

    @Override
    public KeyEncryption first() {
        return at(chosen).first();
    }

    @Override
    public KeyEncryption make(KeyPlace place) {
        return at(place).make(place);
    }

    @Override
    public void destroyAllBut(String id) {
        holders.values().forEach(holder -> holder.destroyAllBut(id));
    }

    private KeyHolder at(KeyPlace place) {
        var holder = holders.get(place);
        if (holder == null) {
            throw KeysRefused.because(KeysRefused.Reason.NOT_SET_UP, place.word());
        }
        return holder;
    }
}
