package jp.bansho.population;

import java.util.ArrayList;
import java.util.List;

/// Gives families an address in the prefecture of their association.
final class Places {

    private final Municipality[] municipalities;
    private final String[] towns;

    /// The municipalities of one prefecture; cities and wards stand three times, because more people live there.
    Places(Association association) {
        List<Municipality> found = new ArrayList<>();
        for (String[] cells : Resource.rows("municipalities.csv")) {
            String code = cells[0];
            int five = Integer.parseInt(code.substring(0, 5));
            if (CheckDigits.ofMunicipality(five) != code.charAt(5) - '0') {
                throw new IllegalStateException("municipality code " + code + " has a wrong check digit");
            }
            if (code.startsWith(association.twoDigits())) {
                Municipality municipality = new Municipality(code.substring(0, 5), cells[1], cells[2]);
                int times = five % 1_000 < 300 ? 3 : 1;
                for (int time = 0; time < times; time++) {
                    found.add(municipality);
                }
            }
        }
        municipalities = found.toArray(Municipality[]::new);
        towns = Resource.rows("towns.csv").stream().map(cells -> cells[0]).toArray(String[]::new);
    }

    /// An address in another municipality than this one.
    Place elsewhere(Place place, Dice dice) {
        Place other = any(dice);
        while (other.municipality().equals(place.municipality())) {
            other = any(dice);
        }
        return other;
    }

    Place any(Dice dice) {
        Municipality municipality = dice.oneOf(municipalities);
        String town = dice.oneOf(towns);
        StringBuilder street = new StringBuilder(town);
        if (town.startsWith("大字")) {
            street.append(Digits.fullWidth(dice.between(1, 2_400)));
            if (dice.chance(5_000)) {
                street.append('－').append(Digits.fullWidth(dice.between(1, 12)));
            }
        } else {
            street.append(Digits.fullWidth(dice.between(1, 6)));
            street.append('－').append(Digits.fullWidth(dice.between(1, 30)));
            street.append('－').append(Digits.fullWidth(dice.between(1, 24)));
            if (dice.chance(1_500)) {
                street.append('－').append(Digits.fullWidth(dice.between(1, 12) * 100 + dice.between(1, 12)));
            }
        }
        return new Place(municipality, street.toString());
    }
}
