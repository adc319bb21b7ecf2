package jp.bansho.seal;

/// A function of the key device's library answered that it failed.
final class Pkcs11Failure extends Exception {

    private static final long serialVersionUID = 1L;

    private final String function;
    private final long answer;

    Pkcs11Failure(String function, long answer) {
        super(function + " 0x" + Long.toHexString(answer));
        this.function = function;
        this.answer = answer;
    }

    boolean is(long other) {
        return answer == other;
    }

    boolean in(String name) {
        return function.equals(name);
    }
}
