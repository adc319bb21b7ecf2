package jp.bansho.terminal;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.thymeleaf.context.Context;
import org.thymeleaf.context.IExpressionContext;
import org.thymeleaf.linkbuilder.AbstractLinkBuilder;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/// Screens of invented content, made of the frame and all its parts without a server.
final class SampleScreens {

    /// Names of the samples under `screens/`.
    static final List<String> NAMES = List.of("sheet", "worklist", "form", "login", "slip");

    record Head(
            String text,
            @Nullable String href,
            @Nullable String sort,
            @Nullable String kind) {}

    record Change(String label, @Nullable String old, String now, boolean changed) {}

    record Bar(String label, long value) {}

    record Tile(String text, long count, String unit, String href, String state) {}

    record Eyes(
            String applicant,
            String appliedAt,
            String purpose,
            @Nullable String decider,
            @Nullable String decidedAt,
            String state,
            String stateText,
            String until,
            @Nullable String executedAt,
            String fingerprint,
            boolean own) {}

    record Token(String token, String headerName, String parameterName) {}

    private final SpringTemplateEngine engine = new SpringTemplateEngine();

    SampleScreens() {
        engine.addTemplateResolver(resolver("screens/", 1));
        engine.addTemplateResolver(resolver("templates/", 2));
        engine.setTemplateEngineMessageSource(messages());
        engine.setLinkBuilder(new AsWritten());
    }

    static ResourceBundleMessageSource messages() {
        var messages = new ResourceBundleMessageSource();
        messages.setBasenames("messages/frame", "screens/sample");
        messages.setDefaultEncoding(StandardCharsets.UTF_8.name());
        messages.setFallbackToSystemLocale(false);
        return messages;
    }

    String render(String name, Locale locale) {
        return render(name, locale, Map.of());
    }

    String render(String name, Locale locale, Map<String, Object> more) {
        var context = new Context(locale);
        context.setVariables(model(!"login".equals(name)));
        if ("form".equals(name)) {
            context.setVariable("problems", wrong());
        } else if ("worklist".equals(name)) {
            context.setVariable("notice", new Notice("success", "個人番号を登録しました。"));
        }
        context.setVariables(more);
        return engine.process(name, context);
    }

    private static Problems wrong() {
        var problems = new Problems();
        problems.add("given", "名を入力してください");
        problems.add("birth", "昭和は64年1月7日までです。平成元年1月8日ですか。H010108 と入力してください");
        problems.add("number", "12桁目（検査用数字）が合いません。もう一度、番号確認書類と見比べてください");
        problems.add("kind", "区分を選んでください");
        problems.add("agree", "番号確認書類と見比べてから、チェックしてください");
        return problems;
    }

    private static Map<String, Object> model(boolean inside) {
        var links = List.of(
                new Frame.Link("/work", "sample.work", true, 17),
                new Frame.Link("/people", "sample.people", false, 0),
                new Frame.Link("/jobs", "sample.jobs", false, 2),
                new Frame.Link("/approvals", "sample.approvals", false, 0),
                new Frame.Link("/log", "sample.log", false, 0));
        return Map.ofEntries(
                Map.entry(
                        "frame",
                        new Frame(
                                "兵庫県市町村職員共済組合",
                                inside ? "番所 一郎" : null,
                                "上席担当者",
                                "年金課",
                                "令和8年（2026年）11月22日",
                                "練習用",
                                "/work",
                                inside ? links : null,
                                900)),
                Map.entry("crumbs", List.of(new Crumb("/people", "人の検索"))),
                Map.entry("_csrf", new Token("t", "X-CSRF-TOKEN", "_csrf")),
                Map.entry("purposes", List.of(new Option("a", "年金の決定"), new Option("b", "扶養親族等申告書の処理"))),
                Map.entry(
                        "kinds",
                        List.of(new Option("1", "受給権者"), new Option("2", "加給年金額対象配偶者"), new Option("3", "扶養控除対象者"))),
                Map.entry(
                        "heads",
                        List.of(
                                new Head("期限", "/work?sort=until", "ascending", null),
                                new Head("作業", "/work?sort=kind", null, null),
                                new Head("対象", null, null, null),
                                new Head("状態", null, null, null),
                                new Head("件数", null, null, "amount"))),
                Map.entry(
                        "tiles",
                        List.of(
                                new Tile("不一致", 3, "件", "/work", "error"),
                                new Tile("複数該当", 12, "件", "/work", "waiting"),
                                new Tile("承認待ち", 2, "件", "/work", "waiting"),
                                new Tile("期限間近", 1, "件", "/work", "caution"))),
                Map.entry(
                        "bars",
                        List.of(new Bar("受給権者", 1204331), new Bar("加給年金額対象配偶者", 231004), new Bar("扶養控除対象者", 640112))),
                Map.entry(
                        "days",
                        IntStream.rangeClosed(1, 30)
                                .mapToObj(day -> new Bar("11月" + day + "日", day * 7919L % 41))
                                .toList()),
                Map.entry(
                        "changes",
                        List.of(
                                new Change("基礎年金番号", null, "1234-567890", true),
                                new Change("利用番号", "28-0001234", "28-0001234", false))),
                Map.entry(
                        "eyes",
                        new Eyes(
                                "番所 一郎（年金課）",
                                "令和8年11月22日 午前9時30分",
                                "年金の決定",
                                null,
                                null,
                                "waiting",
                                "承認待ち",
                                "令和8年11月24日 正午",
                                null,
                                "3f9a 11c0 77be",
                                true)),
                Map.entry(
                        "paper",
                        new Paper("様式第5号", "個番第12号", "令和8年11月22日", "hyogo-0001", "令和8年11月22日 午前9時30分", "/users")));
    }

    private static ClassLoaderTemplateResolver resolver(String folder, int order) {
        var resolver = new ClassLoaderTemplateResolver();
        resolver.setPrefix(folder);
        resolver.setSuffix(".html");
        resolver.setCharacterEncoding(StandardCharsets.UTF_8.name());
        resolver.setCheckExistence(true);
        resolver.setOrder(order);
        return resolver;
    }

    /// Addresses stay as the template has them: there is no server here.
    private static final class AsWritten extends AbstractLinkBuilder {
        @Override
        public String buildLink(
                IExpressionContext context, @Nullable String base, @Nullable Map<String, Object> parameters) {
            return base == null ? "" : base;
        }
    }
}
