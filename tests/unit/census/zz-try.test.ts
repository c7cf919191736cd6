import { it } from "vitest";
import { codeList, searchCodeList, type CodeListSearch } from "#census";
const show=(s: CodeListSearch)=>s.matches.map(m=>m.entry.ru+(m.former?` (${m.former})`:"")).join(", ")+` +${s.more}`;
it("x",()=>{
 for (const [l,q] of [["country","ссср"],["country","кырг"],["country","озбек"],["country","hjccbz"],["country","Fyukbz"],["country","германя"],["country","turk"],["country","ру"],["region","гурьев"],["region","целиноград"],["region","усть каменогорск"],["kato","араль"],["kato","Fhfk"],["kato","кзыл орда"],["kato","кызылорда"],["kato","арал аман"],["kato","жанакорган"],["ethnicity","казашка"],["ethnicity","кәріс"],["language","қазақ"],["language","ru"],["kato","433233100"],["country","ко"]] as const) console.log(l,q,"→",show(searchCodeList(codeList(l),q,8)));
});
