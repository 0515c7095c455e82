export const appearances = ['system', 'light', 'dark'] as const

/**
 * Runs before anything is painted, so that a choice made earlier never flashes, and hears a choice from the first moment
 * on, whatever the page is still waiting for. A browser that keeps nothing still shows the choice on this page.
 */
export const beforePaint = `{let k='appearance',d=document,p=d.documentElement,s,
show=a=>{if(a==='light'||a==='dark')p.dataset.scheme=a;else delete p.dataset.scheme},
mark=()=>{let r=d.querySelector('[name='+k+'][value='+(p.dataset.scheme||'system')+']');if(r)r.checked=true};
try{s=localStorage;show(s[k])}catch{}
addEventListener('DOMContentLoaded',mark);addEventListener('pageshow',mark);
addEventListener('change',({target:t})=>{if(t.name===k){show(t.value);try{s[k]=t.value}catch{}}})}`
