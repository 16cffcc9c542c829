package dev.autogen.matrix;

import java.util.List;
import java.util.stream.Stream;

/** All cases, in the order of {@code docs/detects.md}. */
final class Cases {

  private Cases() {}

  static List<Case> all() {
    return Stream.of(
            TableCases.all(),
            TableOptionCases.all(),
            ColumnCases.all(),
            RequiredColumnCases.all(),
            LengthCases.all(),
            TypeCases.all(),
            DefaultCases.all(),
            IdentityCases.all(),
            KeyCases.all(),
            ForeignKeyCases.all(),
            ForeignKeyShapeCases.all(),
            UniqueCases.all(),
            IndexCases.all(),
            CheckCases.all(),
            EnumCases.all(),
            EnumUseCases.all(),
            MysqlCases.all(),
            MysqlKeyCases.all(),
            CommentCases.all(),
            DependentCases.all(),
            EntangledCases.all(),
            WordCases.all(),
            MysqlComputedCases.all(),
            MysqlDriftCases.all(),
            MysqlPruneCases.all(),
            SqliteCases.all(),
            SqliteDriftCases.all(),
            MappingCases.all(),
            StructCases.all(),
            DriftCases.all(),
            PruneCases.all(),
            LeftAloneCases.all())
        .flatMap(cases -> cases)
        .toList();
  }
}
