package jp.bansho.pension;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.modulith.Modulithic;

/// The pension benefit system (年金給付システム): one jar, one machine, one database.
/// `IndividualNumber` is not on its class path, so nothing here can name one (P).
@Modulithic(systemName = "pension")
@SpringBootApplication
public class PensionMachine {}
