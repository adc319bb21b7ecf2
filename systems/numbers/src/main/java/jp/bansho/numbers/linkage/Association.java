package jp.bansho.numbers.linkage;

import jp.bansho.identifiers.AssociationNumber;
import jp.bansho.identifiers.CertificateNumber;
import jp.bansho.identifiers.IdentifierPattern;
import jp.bansho.identifiers.PayrollNumber;
import jp.bansho.identifiers.UserNumber;

/// A member association (構成組合) and the patterns its identifiers obey; the patterns are configured, not public.
public record Association(
        int code,
        String name,
        IdentifierPattern<UserNumber> userNumbers,
        IdentifierPattern<CertificateNumber> certificateNumbers,
        IdentifierPattern<PayrollNumber> payrollNumbers,
        IdentifierPattern<AssociationNumber> ownNumbers) {}
