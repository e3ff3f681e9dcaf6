import { Transform, Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, IsInt, IsOptional, IsString, Max, Min } from 'class-validator';

const MOST = 1_000;

export class HistoryPageQuery {
  @IsOptional()
  @IsString()
  after?: string;

  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(MOST)
  limit!: number;
}

/** `dossierNumbers=a,b,c`. */
export class HistoriesByNumberQuery {
  @Transform(({ value }: { readonly value: unknown }) =>
    typeof value === 'string' ? value.split(',') : value,
  )
  @IsString({ each: true })
  @ArrayMinSize(1)
  @ArrayMaxSize(MOST)
  dossierNumbers!: string[];
}
