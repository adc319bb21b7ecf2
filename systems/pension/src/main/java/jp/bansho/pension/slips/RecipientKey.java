package jp.bansho.pension.slips;

/// A recipient of an association; a user number (利用番号) alone says nothing outside of it.
public record RecipientKey(int association, String userNumber) implements Comparable<RecipientKey> {

    @Override
    public int compareTo(RecipientKey other) {
        var first = Integer.compare(association, other.association);
        return first != 0 ? first : userNumber.compareTo(other.userNumber);
    }

    @Override
    public String toString() {
        return "RecipientKey[…]";
    }
}
