package jp.bansho.numbers.cycle;

/// Rows of answers to an inquiry into the life status, by resident record code.
public final class InquiryRows {

    private InquiryRows() {}

    /// Alive, nothing changed.
    public static String same(int request, String user, String number, String day) {
        return row(request, user, number, day, "0,1,0", "", "");
    }

    /// Another number, certified.
    public static String changed(int request, String user, String number, String day) {
        return row(request, user, number, day, "1,1,2", "34", day);
    }

    /// Dead since that day.
    public static String dead(int request, String user, String number, String day) {
        return row(request, user, number, day, "1,2,0", "23", day);
    }

    /// Left the country on that day.
    public static String left(int request, String user, String number, String day) {
        return row(request, user, number, day, "1,1,1", "22", day);
    }

    private static String row(
            int request, String user, String number, String day, String states, String reason, String since) {
        return request + ",21,1," + user + "," + day + "," + day + "," + day + ",1,24846016224,,,,,,,,,00,1,1,1,"
                + states
                + ",24846016224,番所　太郎,ばんしょ　たろう,19500401,1,兵庫県神戸市中央区," + number + "," + reason + "," + since
                + ",0,0,0,28110,0,,\r\n";
    }
}
