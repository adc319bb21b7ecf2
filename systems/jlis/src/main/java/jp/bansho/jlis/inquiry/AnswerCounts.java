package jp.bansho.jlis.inquiry;

/// How many inquiries of a batch came to what.
final class AnswerCounts {

    private int inquiries;
    private int found;
    private int noHit;
    private int several;
    private int inError;
    private int rows;

    void add(boolean error, int hits) {
        inquiries++;
        rows += Math.max(hits, 1);
        if (error) {
            inError++;
        } else if (hits == 0) {
            noHit++;
        } else if (hits == 1) {
            found++;
        } else {
            several++;
        }
    }

    int inquiries() {
        return inquiries;
    }

    int found() {
        return found;
    }

    int noHit() {
        return noHit;
    }

    int several() {
        return several;
    }

    int inError() {
        return inError;
    }

    int rows() {
        return rows;
    }
}
