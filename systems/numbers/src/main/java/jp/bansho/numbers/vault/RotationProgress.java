package jp.bansho.numbers.vault;

/// Is told how far a rotation got.
public interface RotationProgress {

    /// Tells nobody.
    RotationProgress SILENT = new RotationProgress() {
        @Override
        public void at(Rotation rotation) {}

        @Override
        public void waiting(Rotation.Phase before) {}
    };

    /// Called after each step.
    void at(Rotation rotation);

    /// Called before something that may have to wait: the end of a running job, or of somebody's reading.
    ///
    /// @param before the phase that begins when the waiting is over
    void waiting(Rotation.Phase before);
}
