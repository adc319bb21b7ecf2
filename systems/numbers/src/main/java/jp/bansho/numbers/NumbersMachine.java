package jp.bansho.numbers;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.modulith.Modulithic;

/// The Individual Number management system (個人番号管理システム): one jar, one machine, one database, its own users.
@Modulithic(systemName = "numbers")
@SpringBootApplication
public class NumbersMachine {}
