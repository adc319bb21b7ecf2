/// The line over which inquiries come (照会回線): HTTPS with TLS 1.3, a pinned certificate on both sides, and nobody else.
/// In: `PUT /inquiries/<job>/<batch>`, `GET /health`. Duty J4.
@ApplicationModule(allowedDependencies = {"inquiry", "store"})
@NullMarked
package jp.bansho.jlis.line;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
