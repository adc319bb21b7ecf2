package jp.bansho.numbers.installation;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import jp.bansho.audit.HeadKeys;
import jp.bansho.audit.PublicKeys;

/// What verifying the audit record needs and no more: the public key, and a way to the records. No key is unwrapped and
/// the machine is not started, so a record that stops the machine can still be examined.
///
/// @param keys public keys from the home folder
public record AuditParts(Home home, HeadKeys keys) {}
