package jp.bansho.testing;

import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.virtualauthenticator.VirtualAuthenticator;
import org.openqa.selenium.virtualauthenticator.VirtualAuthenticatorOptions;
import org.openqa.selenium.virtualauthenticator.VirtualAuthenticatorOptions.Protocol;
import org.openqa.selenium.virtualauthenticator.VirtualAuthenticatorOptions.Transport;

/// A virtual authenticator of one browser: keeps passkeys, and says that its owner is there and was verified.
public final class Authenticator {

    private final ChromeDriver driver;
    private final VirtualAuthenticator device;

    private Authenticator(ChromeDriver driver, VirtualAuthenticator device) {
        this.driver = driver;
        this.device = device;
    }

    static Authenticator add(ChromeDriver driver, Transport transport) {
        var options = new VirtualAuthenticatorOptions()
                .setProtocol(Protocol.CTAP2)
                .setTransport(transport)
                .setHasResidentKey(true)
                .setHasUserVerification(true)
                .setIsUserConsenting(true)
                .setIsUserVerified(true);
        return new Authenticator(driver, driver.addVirtualAuthenticator(options));
    }

    /// Is the next PIN, finger or face the right one?
    public void setUserVerified(boolean verified) {
        device.setUserVerified(verified);
    }

    /// How many passkeys it holds.
    public int passkeys() {
        return device.getCredentials().size();
    }

    /// Its owner deletes all passkeys from it.
    public void forgetPasskeys() {
        device.removeAllCredentials();
    }

    /// It is taken away, with its passkeys.
    public void remove() {
        driver.removeVirtualAuthenticator(device);
    }
}
