package jp.bansho.juki.command;

import jp.bansho.juki.JukiMachine;
import jp.bansho.machine.Machine;
import jp.bansho.machine.command.MediaCommand;
import picocli.CommandLine.Command;

/// `bansho juki media …`.
@Command(name = "media")
final class MediaLedger extends MediaCommand {

    @Override
    protected Machine start() {
        return Machine.start(JukiMachine.class);
    }
}
