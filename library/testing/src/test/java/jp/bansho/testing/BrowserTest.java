package jp.bansho.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.Keys;

class BrowserTest {

    private static final String HEAD = "<!doctype html><html lang='ja'><meta charset='utf-8'><title>窓口</title><main>";

    private static final Map<String, String> PAGES = Map.of(
            "/",
            HEAD + """
                    <h1>個人番号の照会</h1><p>言語 $LANGUAGE</p>
                    <a href='/bad'>一覧</a>
                    <form action='/done'>
                      <label for='name'>氏名 <span>必須</span></label><input id='name' name='name'>
                      <label>区分 <select name='kind'><option>受給権者</option><option>配偶者</option></select></label>
                      <fieldset><legend>目的</legend><label><input type='checkbox' name='agreed'>同意する</label></fieldset>
                      <button>照会</button><button name='other'>取消</button><button name='again'>取消</button>
                    </form>""",
            "/done",
            HEAD + "<h1>照会しました</h1>",
            "/bad",
            HEAD + "<h1>一覧</h1><img src='/x.png'><label>なし</label><input name='unnamed'>",
            "/inline",
            HEAD + "<h1>違反</h1><script>document.title = 'inline script ran'</script>");

    private static final String MAKE = """
            const done = arguments[arguments.length - 1];
            navigator.credentials.create({publicKey: {
                challenge: new Uint8Array(32), rp: {name: '番所'}, user: {id: new Uint8Array([7]), name: 'u', displayName: 'u'},
                pubKeyCredParams: [{type: 'public-key', alg: -7}], timeout: 5000,
                authenticatorSelection: {residentKey: 'required', userVerification: 'required'}
            }}).then(c => done(c.type), e => done(e.name + ': ' + e.message));
            """;
    private static final String USE = """
            const done = arguments[arguments.length - 1];
            navigator.credentials.get({publicKey: {challenge: new Uint8Array(32), timeout: 5000, userVerification: 'required'}})
                .then(c => done('user ' + new Uint8Array(c.response.userHandle)[0]), e => done(e.name + ': ' + e.message));
            """;

    @TempDir
    static Path folder;

    private static TestSite site;
    private static Browser browser;

    @BeforeAll
    static void open() throws IOException, GeneralSecurityException, InterruptedException {
        site = new TestSite(folder, PAGES);
        browser = Browser.start(site.certificate());
    }

    @AfterAll
    static void close() {
        browser.close();
        site.close();
    }

    @BeforeEach
    void begin() {
        browser.size(1280, 800);
        browser.go(site.url("/"));
        browser.browserErrors();
    }

    @Test
    void seesAPageInJapaneseAndFillsItInByWhatIsWrittenOnIt() {
        assertThat(browser.title()).isEqualTo("窓口");
        assertThat(browser.text()).contains("個人番号の照会", "言語 ja");
        browser.write("氏名", "𠮷野 太郎");
        browser.choose("区分", "配偶者");
        browser.click("同意する");
        assertThat(browser.find("氏名").getDomProperty("value")).isEqualTo("𠮷野 太郎");
        assertThatThrownBy(() -> browser.click("取消"))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("2 times");
        assertThat(browser.find("form", "目的").getTagName()).isEqualTo("legend");

        browser.click("照会");

        browser.waitForPath("/done");
        browser.waitForText("照会しました");
        assertThat(browser.url()).contains("agreed=on", "kind=%E9%85%8D");
        assertThat(browser.browserErrors()).isEmpty();
    }

    @Test
    void worksWithKeysAlone() {
        browser.tabTo("氏名 必須");
        browser.press("ban𠮷", Keys.chord(Keys.SHIFT, "sho"));
        assertThat(browser.find("氏名").getDomProperty("value")).isEqualTo("ban𠮷SHO");
        assertThat(browser.tabTo("select", 5)).isEqualTo(1);
        browser.press(Keys.chord(Keys.SHIFT, Keys.TAB));
        assertThat(browser.tabTo("#name", 0)).isZero();
        assertThatThrownBy(() -> browser.tabTo("ありません", 12))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("12 Tab keys");
        browser.tabTo("照会");
        browser.press(Keys.ENTER);
        browser.waitForPath("/done");
    }

    @Test
    void axeFindsWhatIsWrongAndNothingElseUnderAStrictPolicy() {
        assertThat(browser.axe()).isEmpty();
        browser.go(site.url("/bad"));
        browser.browserErrors();
        assertThat(browser.axe())
                .anyMatch(violation -> violation.startsWith("image-alt (critical) at img"))
                .anyMatch(violation -> violation.startsWith("label (critical) at input"))
                .hasSize(2);
        assertThat(browser.browserErrors())
                .as("the check itself does not offend")
                .isEmpty();
    }

    @Test
    void aPasskeyIsMadeAndUsedOnlyByItsVerifiedOwner() {
        var device = browser.authenticator();
        assertThat(browser.asyncScript(MAKE)).isEqualTo("public-key");
        assertThat(device.passkeys()).isEqualTo(1);
        assertThat(browser.asyncScript(USE)).isEqualTo("user 7");

        device.setUserVerified(false);
        assertThat(String.valueOf(browser.asyncScript(USE))).startsWith("NotAllowedError");
        assertThat(String.valueOf(browser.asyncScript(MAKE))).startsWith("NotAllowedError");

        device.remove();
        var other = browser.securityKey();
        var third = browser.securityKey();
        assertThat(String.valueOf(browser.asyncScript(USE))).startsWith("NotAllowedError");
        third.remove();
        assertThat(browser.asyncScript(MAKE)).isEqualTo("public-key");
        assertThat(browser.asyncScript(USE)).isEqualTo("user 7");
        other.forgetPasskeys();
        assertThat(other.passkeys()).isZero();
        other.remove();
    }

    @Test
    void tellsOfAnOffenceAgainstThePolicyAndOfAMissingPage() {
        browser.go(site.url("/inline"));
        assertThat(browser.title()).isEqualTo("窓口");
        assertThat(browser.browserErrors()).singleElement().asString().contains("Content Security Policy");
        assertThat(browser.browserErrors()).as("told once").isEmpty();
        browser.go(site.url("/nowhere"));
        assertThat(browser.browserErrors()).singleElement().asString().contains("404");
    }

    @Test
    void theScreenshotShowsTheWholePage() throws IOException {
        browser.size(640, 480);
        browser.script("document.querySelector('main').style.height = '1500px'");
        var file = folder.resolve("new/page.png");
        browser.screenshot(file);
        var picture = ImageIO.read(file.toFile());
        assertThat(picture.getWidth()).isEqualTo(640);
        assertThat(picture.getHeight()).isGreaterThan(1500).isLessThan(1700);
        assertThat(browser.script("return innerWidth + '×' + innerHeight")).isEqualTo("640×480");
    }

    @Test
    void anUnknownCertificateIsTakenOnlyIfNoneIsTrusted() throws Exception {
        var elsewhere = Files.createDirectory(folder.resolve("elsewhere"));
        try (var stranger = new TestSite(elsewhere, PAGES);
                var careless = Browser.start()) {
            assertThatThrownBy(() -> browser.go(stranger.url("/")))
                    .isInstanceOf(AssertionError.class)
                    .hasMessageContaining("ERR_CERT_AUTHORITY_INVALID");
            careless.go(stranger.url("/"));
            assertThat(careless.title()).isEqualTo("窓口");
            assertThatThrownBy(() -> careless.go(stranger.url("/").replace("localhost", "outside.localhost")))
                    .as("reaches this machine by its own name alone")
                    .hasMessageContaining("ERR_NAME_NOT_RESOLVED");
            careless.go(stranger.url("/"));
            careless.authenticator();
            assertThat(careless.asyncScript(MAKE)).isEqualTo("public-key");
            assertThat(careless.asyncScript(USE)).isEqualTo("user 7");
        }
    }

    @Test
    void withoutChromiumItFailsAndSaysWhatToInstall() {
        assertThatThrownBy(() -> Browser.start(folder.toString(), null))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("chromium-driver")
                .hasMessageContaining("導入");
    }
}
