package jp.bansho.pension.outbox;

import jp.bansho.media.Addressee;
import jp.bansho.media.CertifiedKey;

/// Who signs a parcel, and for whom it is sealed.
public record Post(CertifiedKey own, Addressee recipient) {}
