package jp.bansho.bench.peers;

import jakarta.persistence.EntityManagerFactory;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.List;
import org.hibernate.jpa.HibernatePersistenceConfiguration;

/// JPA with Hibernate, tuned as its guide says: batches of 1,000, ordered inserts, multi-row rewriting in the driver,
/// assigned keys, the session cleared after each batch.
final class JpaPeer implements Peer {

    private final EntityManagerFactory factory;
    private final NumberTag tags = new NumberTag();

    JpaPeer(String url, String user) throws GeneralSecurityException {
        factory = new HibernatePersistenceConfiguration("peer")
                .managedClasses(SubjectEntity.class, SealedNumberEntity.class, NumberIndexEntity.class)
                .jdbcUrl(url + "?reWriteBatchedInserts=true")
                .jdbcUsername(user)
                .jdbcPassword("")
                .property("hibernate.jdbc.batch_size", Integer.toString(BATCH))
                .property("hibernate.order_inserts", "true")
                .property("hibernate.jdbc.batch_versioned_data", "true")
                .property("hibernate.hbm2ddl.auto", "none")
                .createEntityManagerFactory();
    }

    @Override
    public List<String> tables() {
        return List.of("subject", "sealed_number", "number_index");
    }

    @Override
    public long load(Path file) throws IOException {
        var rows = PeerRow.read(file);
        var now = Instant.now();
        try (var manager = factory.createEntityManager()) {
            var transaction = manager.getTransaction();
            transaction.begin();
            for (var i = 0; i < rows.size(); i++) {
                var row = rows.get(i);
                manager.persist(new SubjectEntity(row));
                manager.persist(new SealedNumberEntity(row, now));
                manager.persist(new NumberIndexEntity(row, tags.of(row.number())));
                if ((i + 1) % BATCH == 0) {
                    manager.flush();
                    manager.clear();
                }
                if ((i + 1) % COMMIT_EVERY == 0) {
                    transaction.commit();
                    transaction.begin();
                }
            }
            transaction.commit();
        }
        return rows.size();
    }

    @Override
    public void close() {
        factory.close();
    }
}
